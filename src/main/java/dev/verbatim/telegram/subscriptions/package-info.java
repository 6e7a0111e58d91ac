/// Announces new articles to those who have subscribed to them.
///
/// [SubscriptionHandler] takes `/subscribe` and `/unsubscribe`, [SubscriptionStore] finds out whom
/// a new article is for and keeps it waiting, and [AnnouncementScheduler] announces what waits:
/// once, several together, not at night, and not too often.
///
/// The time zones of groups, and the way to send what no update asked for, are those of the daily
/// digests in `telegram.catchup`.
@NullMarked
package dev.verbatim.telegram.subscriptions;

import org.jspecify.annotations.NullMarked;
