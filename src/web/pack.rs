//! An answer packed with gzip: a tenth of the memory, and what browsers take as it is.

use super::{Answer, Problem};
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};

/// How hard to pack: what is kept is packed once and sent many times.
const LEVEL: Compression = Compression::new(5);

/// An answer whose body is packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The answer as a browser gets it that takes gzip.
    packed: Answer,
    /// How long its body is when it is not packed.
    plain: usize,
}

impl Packed {
    /// Packs an answer.
    ///
    /// # Errors
    /// Only where memory fails.
    pub fn of(answer: Answer) -> Result<Self, Problem> {
        let mut packer = GzEncoder::new(Vec::with_capacity(answer.body.len() / 6), LEVEL);
        packer.write_all(&answer.body).map_err(|e| Problem::internal(&e))?;
        let body = Bytes::from(packer.finish().map_err(|e| Problem::internal(&e))?);
        let plain = answer.body.len();
        let mut packed = Answer { body, ..answer };
        packed.headers.push((header::CONTENT_ENCODING, HeaderValue::from_static("gzip")));
        packed.headers.push((header::VARY, HeaderValue::from_static("accept-encoding")));
        Ok(Self { packed, plain })
    }

    /// How many bytes are kept.
    pub fn len(&self) -> usize {
        self.packed.body.len()
    }

    /// The answer for one who takes gzip, or does not.
    ///
    /// # Errors
    /// Only where what was packed here can't be unpacked.
    pub fn for_one_who(&self, takes_gzip: bool) -> Result<Answer, Problem> {
        if takes_gzip {
            return Ok(self.packed.clone());
        }
        let mut body = Vec::with_capacity(self.plain);
        GzDecoder::new(&*self.packed.body).read_to_end(&mut body).map_err(|e| Problem::internal(&e))?;
        let mut answer = Answer { body: body.into(), ..self.packed.clone() };
        answer.headers.retain(|(name, _)| *name != header::CONTENT_ENCODING);
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_smaller_and_comes_back_as_it_was() {
        let text = "Every sentence is accounted for. ".repeat(200);
        let page = Packed::of(Answer::bytes("text/html; charset=utf-8", text.clone())).unwrap();
        assert!(page.len() * 10 < text.len());
        let (packed, plain) = (page.for_one_who(true).unwrap(), page.for_one_who(false).unwrap());
        assert!(packed.headers.iter().any(|(name, value)| *name == header::CONTENT_ENCODING && value == "gzip"));
        assert!(plain.headers.iter().all(|(name, _)| *name != header::CONTENT_ENCODING));
        assert_eq!(plain.body, text.as_bytes());
    }
}
