//! `--log`: what a server tells of its work, on standard error.

use std::io;

use clap::{Args, ValueEnum};
use kokoro_server::{LogText, ServerOptions};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt;

/// What a server tells of its work.
#[derive(Args)]
pub struct LogArgs {
    /// How the log is written
    #[arg(long, value_enum, value_name = "HOW", default_value = "text")]
    log: LogFormat,
    /// How much is logged
    #[arg(long, value_enum, ignore_case = true, default_value = "info")]
    log_level: LogLevel,
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

impl LogArgs {
    /// Sets what a server logs.
    pub fn set(&self, options: &mut ServerOptions) {
        options.log_text = if self.log_text { LogText::Always } else { LogText::Never };
    }

    /// From now on, what happens is written.
    pub fn start(&self) {
        let level = match self.log_level {
            LogLevel::Off => LevelFilter::OFF,
            LogLevel::Error => LevelFilter::ERROR,
            LogLevel::Warn => LevelFilter::WARN,
            LogLevel::Info => LevelFilter::INFO,
            LogLevel::Debug => LevelFilter::DEBUG,
            LogLevel::Trace => LevelFilter::TRACE,
        };
        let log = fmt().with_writer(io::stderr).with_max_level(level).with_target(false);
        match self.log {
            LogFormat::Text => log.with_ansi(false).init(),
            LogFormat::Json => log.json().flatten_event(true).init(),
        }
    }
}
