/// Checks whether words were really said: finds the quotations of a message and tells of each
/// whether the articles have it.
///
/// The door is [QuotationChecker]; what it finds is a [QuotationCheck]. A message takes these
/// steps: the [ClaimFinder] finds what is in quotation marks, and to whom the message attributes
/// it; the index gives the passages that share runs of words with it; the [SourceFinder] aligns its
/// words with theirs ([WordAlignment]) and lists every [WordDifference]; the [TranslatedSearch]
/// looks for words in another language, which can be close and never exact.
///
/// [SourceComparison] compares two articles the same way, and [SecondSource] finds the one that
/// answers a question as another does.
///
/// Words are compared, not meanings: no model takes part, so every difference can be shown. What an
/// article says is a place in it, as everywhere.
@NullMarked
package dev.verbatim.quotation;

import org.jspecify.annotations.NullMarked;
