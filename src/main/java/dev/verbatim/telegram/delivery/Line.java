package dev.verbatim.telegram.delivery;

import java.time.Clock;

/// What every part of the line to Telegram needs.
record Line(Connection connection, Meters meters, Clock clock, Timing timing) {}
