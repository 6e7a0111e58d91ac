package dev.verbatim.article.library;

import dev.verbatim.article.ArticleInfo;
import java.util.Locale;

/// A warning about something in an article that may be intended, and that its editor should check.
public sealed interface ValidationWarning {

    /// Readers won't see when it was published.
    record MissingDate() implements ValidationWarning {}

    /// Readers can't open the original.
    record MissingUrl() implements ValidationWarning {}

    /// The language isn't given, and the text is too short to detect it.
    record UnknownLanguage() implements ValidationWarning {}

    /// Some of the text looks like another language than the article's.
    ///
    /// @param assumed the language of the article, given or detected
    /// @param likely the other
    record UncertainLanguage(Locale assumed, Locale likely) implements ValidationWarning {}

    /// The encoder has no vectors for the language: passages are found by their words only.
    record UnsupportedLanguage(Locale language) implements ValidationWarning {}

    /// Readers get only parts of such paragraphs.
    ///
    /// @param limit in characters
    /// @param paragraphs how many are longer
    /// @param first number of the first of them, from 1
    record LongParagraphs(int limit, int paragraphs, int first) implements ValidationWarning {}

    /// Words in quotation marks of which the article doesn't clearly say who said them.
    ///
    /// @param quotations how many
    /// @param first number of the first one's paragraph, from 1
    record UnattributedQuotations(int quotations, int first) implements ValidationWarning {}

    /// Boilerplate of a page that was left out.
    ///
    /// @param pieces how many
    /// @param first the beginning of the first
    record OmittedText(int pieces, String first) implements ValidationWarning {}

    /// How much of a web page was taken as its article.
    ///
    /// @param percent of the page's words
    /// @param element of the page that they were taken from, such as `div.content`
    record TakenShare(int percent, String element) implements ValidationWarning {

        // Of pages with an article of a few paragraphs about a tenth is it; of others half or more.
        private static final int FEW = 10;

        /// Whether the editor is asked if the article is complete.
        public boolean isSmall() {
            return percent < FEW;
        }
    }

    /// Another article has a name that differs only in upper and lower case: on many systems one
    /// file would take the place of the other.
    record SimilarName(ArticleInfo other) implements ValidationWarning {}

    /// Another article has the same words.
    record DuplicateText(ArticleInfo other) implements ValidationWarning {}

    /// A fact that can't be used and was left out.
    ///
    /// @param problem what is wrong with it and what to write, as in the log
    record OmittedFact(String problem) implements ValidationWarning {}
}
