package dev.verbatim.cli;

/// The commands.
public final class CommandLineInterface {}
