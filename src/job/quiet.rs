//! Threads that give way: the system runs them with what the others leave.

use std::thread;
use thread_priority::{ThreadPriority, set_current_thread_priority};
use tokio::sync::oneshot::{self, Receiver};

/// Has a thread do some work with what the others leave of the processors. What comes of it is received; where the work broke
/// down, that there is nothing to receive.
pub fn quietly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> std::io::Result<Receiver<T>> {
    let (done, awaited) = oneshot::channel();
    thread::Builder::new().name("quiet".to_owned()).spawn(move || {
        give_way();
        // Nobody may be waiting any more.
        let _ = done.send(work());
    })?;
    Ok(awaited)
}

/// Has the threads give way too in which type is set beside the one that asks for it. Once, before anything is set.
pub fn settle() {
    #[cfg(feature = "pdf")]
    if let Err(error) = rayon::ThreadPoolBuilder::new().start_handler(|_| give_way()).build_global() {
        tracing::warn!(%error, "reports are set with the priority of pages");
    }
}

/// The present thread gives way from now on. Where the system does not let it, it is as fast as the others.
fn give_way() {
    if let Err(error) = set_current_thread_priority(ThreadPriority::Min) {
        tracing::debug!(?error, "a thread does not give way");
    }
}
