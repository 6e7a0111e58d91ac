/// The places of sentences and quoted words in a text.
///
/// The doors are [SentenceSplitter] and [QuotationMarks]. The project has its own splitter because
/// no stock one knows that a sentence doesn't end inside a quotation. The [Lexicon] has the words
/// of each language that these rules, and those for speakers, need.
@NullMarked
package dev.verbatim.article.sentence;

import org.jspecify.annotations.NullMarked;
