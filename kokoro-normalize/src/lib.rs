//! Numbers, dates, amounts and addresses as the words that a reader says.
