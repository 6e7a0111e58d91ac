package dev.verbatim.telegram.delivery;

import java.time.Clock;

/// What every part of the line to Telegram needs.
record DeliveryContext(
        TelegramConnection connection,
        DeliveryMetrics metrics,
        Clock clock,
        DeliveryTiming timing) {}
