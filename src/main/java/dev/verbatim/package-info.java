/// Verbatim: a Telegram bot that answers questions about articles with the passage that answers,
/// word for word, and its attribution, or says plainly that the articles do not answer.
///
/// Start at [Verbatim], the `main`. The packages stand in the order the data flows: `article` →
/// `retrieval` (with `encoder`) → `answer` and `summary` → `telegram`, and `cli` and `evaluation`
/// beside the last; `playground` stands where Telegram would. Which may use which is checked by
/// `HouseRulesTest`.
@NullMarked
package dev.verbatim;

import org.jspecify.annotations.NullMarked;
