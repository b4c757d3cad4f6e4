//! `--log`: what a server tells of its work, on standard error.

use std::io;

use clap::{Args, ValueEnum};
use kokoro_server::{LogText, ServerOptions, fastapi};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt;

use crate::serve::environment::environment;

/// What a server tells of its work.
#[derive(Args)]
pub struct LogArgs {
    /// How the log is written
    #[arg(long, value_enum, value_name = "HOW", default_value = "text")]
    log: LogFormat,
    /// How much is logged [default: $API_LOG_LEVEL, else info]
    #[arg(long, value_enum, ignore_case = true)]
    log_level: Option<LogLevel>,
    /// Log the texts that are spoken, too
    #[arg(long)]
    log_text: bool,
}

/// `--log`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogFormat {
    /// Lines for people
    Text,
    /// A line of JSON for each event
    Json,
}

/// `--log-level`.
#[derive(Clone, Copy, ValueEnum)]
enum LogLevel {
    /// Nothing
    Off,
    /// What failed
    #[value(alias = "critical")]
    Error,
    /// And what an operator should look at
    #[value(alias = "warning")]
    Warn,
    /// And every request
    Info,
    /// And what happens on the way
    Debug,
    /// Everything
    Trace,
}

impl From<fastapi::LogLevel> for LogLevel {
    fn from(level: fastapi::LogLevel) -> Self {
        match level {
            fastapi::LogLevel::Error => Self::Error,
            fastapi::LogLevel::Warn => Self::Warn,
            fastapi::LogLevel::Info => Self::Info,
            fastapi::LogLevel::Debug => Self::Debug,
            fastapi::LogLevel::Trace => Self::Trace,
        }
    }
}

impl From<LogLevel> for LevelFilter {
    fn from(level: LogLevel) -> Self {
        match level {
            LogLevel::Off => Self::OFF,
            LogLevel::Error => Self::ERROR,
            LogLevel::Warn => Self::WARN,
            LogLevel::Info => Self::INFO,
            LogLevel::Debug => Self::DEBUG,
            LogLevel::Trace => Self::TRACE,
        }
    }
}

impl LogArgs {
    /// Sets what a server logs.
    pub fn set(&self, options: &mut ServerOptions) {
        options.log_text = if self.log_text { LogText::Always } else { LogText::Never };
    }

    /// From now on, what happens is written.
    pub fn start(&self) {
        let level = self.log_level.or(environment().log_level.map(LogLevel::from));
        let level = LevelFilter::from(level.unwrap_or(LogLevel::Info));
        let log = fmt().with_writer(io::stderr).with_max_level(level).with_target(false);
        match self.log {
            LogFormat::Text => log.with_ansi(false).init(),
            LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
        }
    }
}
