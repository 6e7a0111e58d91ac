package dev.verbatim.article.library;

import dev.verbatim.article.ArticleInfo;
import java.util.Locale;

/// Something about an article that may well be meant, and that its editor should look at.
public sealed interface ValidationWarning {

    /// Readers won't see when it was published.
    record MissingDate() implements ValidationWarning {}

    /// Readers can't open the original.
    record MissingUrl() implements ValidationWarning {}

    /// It isn't given, and there is too little to tell by.
    record UnknownLanguage() implements ValidationWarning {}

    /// Some of the text looks like another language than the article's.
    ///
    /// @param taken the language of the article, given or detected
    /// @param likely the other
    record UncertainLanguage(Locale taken, Locale likely) implements ValidationWarning {}

    /// The encoder has no vectors for it: passages are found by their words only.
    record UnsupportedLanguage(Locale language) implements ValidationWarning {}

    /// Readers get only parts of such paragraphs.
    ///
    /// @param over this many characters
    /// @param paragraphs how many
    /// @param first number of the first of them, from 1
    record LongParagraphs(int over, int paragraphs, int first) implements ValidationWarning {}

    /// Words in quotation marks of which the article doesn't clearly say who said them.
    ///
    /// @param first number of the paragraph of the first, from 1
    record UnattributedQuotations(int quotations, int first) implements ValidationWarning {}

    /// Boilerplate of a page, left out.
    ///
    /// @param first the beginning of the first
    record OmittedText(int pieces, String first) implements ValidationWarning {}

    /// Another article has the same words.
    record DuplicateText(ArticleInfo other) implements ValidationWarning {}
}
