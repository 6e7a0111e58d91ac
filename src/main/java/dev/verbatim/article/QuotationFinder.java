package dev.verbatim.article;

import java.util.List;
import java.util.Locale;

/// Finds quotations and who said them.
final class QuotationFinder {

    /// The quotations of an article in the order of its text.
    List<Quotation> find(String text, List<Paragraph> paragraphs, Locale language) {
        throw new UnsupportedOperationException("to be written");
    }
}
