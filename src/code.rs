//! Closed lists of words with a stable code each.
//!
//! [`codes!`](crate::codes) declares an enum whose variants carry the code that stands in
//! databases, on the wire and in message names. Labels that people read are never made here:
//! they come from the message files, under the list's name and the code.

/// A value from a closed list; see [`codes!`](crate::codes).
pub trait Code: Copy + Sized + 'static {
    /// Name of the list, as message files spell it (`work-state`).
    const LIST: &'static str;
    /// All values in their documented order.
    const ALL: &'static [Self];
    /// The stable code.
    fn code(self) -> &'static str;
    /// The value with that code, if there is one.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}

/// A text that is no code of the list it was read as.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{given}” is not one of the {list} codes: {allowed}")]
pub struct UnknownCode {
    /// Name of the list.
    pub list: &'static str,
    /// What was given.
    pub given: String,
    /// All codes of the list, separated by commas.
    pub allowed: String,
}

impl UnknownCode {
    /// The error for `given` read as a `T`.
    pub fn of<T: Code>(given: &str) -> Self {
        let allowed = T::ALL.iter().map(|v| v.code()).collect::<Vec<_>>().join(", ");
        Self { list: T::LIST, given: given.chars().take(60).collect(), allowed }
    }
}

/// Declares a closed list: `codes! { /// doc "list-name" pub enum Name { /// doc Variant = "code", … } }`.
///
/// The enum gets [`Code`](crate::code::Code), `Display`, `FromStr` and serde as its code.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $list:literal pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
        impl $crate::code::Code for $name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::code::Code::code(*self))
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::code::UnknownCode;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                <Self as $crate::code::Code>::from_code(text).ok_or_else(|| $crate::code::UnknownCode::of::<Self>(text))
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::code::Code::code(*self))
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
