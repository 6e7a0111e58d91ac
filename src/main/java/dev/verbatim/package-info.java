/// Verbatim: a Telegram bot that answers questions about articles with the passage that answers,
/// word for word, and its attribution, or says plainly that the articles do not answer.
///
/// The door is [Verbatim], the `main`; [ApplicationConfiguration] connects the packages. Data flows
/// `article` → `retrieval` (with `encoder`) → `answer` (with `reader`) and `summary` → `telegram`;
/// `cli` and `evaluation` stand beside the last, and `playground` takes the place of Telegram.
/// Which package may use which is checked by `HouseRulesTest`.
@NullMarked
package dev.verbatim;

import org.jspecify.annotations.NullMarked;
