//! Whom the desk asked about a claim, and what came back: the codes. Pure.
//!
//! A finding that nobody named in it was asked about is half a finding; the report shows who was asked, how, when, and
//! their answer. Rows are in [`super::store`], deeds in `review::ask`.

use crate::codes;

codes! {
    /// How somebody was asked.
    "contact-channel"
    pub enum ContactChannel {
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// Face to face.
        InPerson = "in_person",
        /// Through a form on a web page.
        Form = "form",
        /// By letter.
        Letter = "letter",
        /// By a message on a network or messenger.
        Message = "message",
        /// In another way.
        Other = "other",
    }
}

codes! {
    /// What came of asking.
    "contact-outcome"
    pub enum ContactOutcome {
        /// The answer is awaited.
        Awaited = "awaited",
        /// They answered.
        Answered = "answered",
        /// They would not comment.
        Declined = "declined",
        /// Nothing came.
        NoAnswer = "no_answer",
    }
}
