/// Where sentences and quoted words begin and end.
///
/// The doors are [SentenceSplitter] and [QuotationMarks]. It is ours because no stock splitter
/// knows that a sentence doesn't end inside a quotation. What is known of words, in each language,
/// is in the [Lexicon].
@NullMarked
package dev.verbatim.article.sentence;

import org.jspecify.annotations.NullMarked;
