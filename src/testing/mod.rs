//! What the tests beside the code and the integration tests share: `tests/it` includes this folder as a module of
//! its own. So it names everything from `laneway`, which both know.

pub(crate) mod cases;
pub(crate) mod records;

pub(crate) use cases::cases;
