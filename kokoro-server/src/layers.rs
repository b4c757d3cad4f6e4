//! What every request passes on its way to a route, and every response on its way back.

pub(crate) mod access_log;
pub(crate) mod api_key;
pub(crate) mod body;
pub(crate) mod cors;
pub(crate) mod headers;
pub(crate) mod held_body;
pub(crate) mod paths;
pub(crate) mod request_id;
