package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.Language;
import dev.verbatim.retrieval.ranking.PassageEncoder;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// The fields of the index.
///
/// An article is a block of documents, one for each passage and a last one for the article as a
/// whole. All carry its id, so that they are replaced together.
final class IndexFields {

    /// The version of the format. It changes whenever this code can't read an older index.
    static final String FORMAT = "5";

    /// The article's id; on every document.
    static final String ARTICLE = "article";

    /// The article's fingerprint with the encoder of its vectors; on the article's document.
    static final String FINGERPRINT = "fingerprint";

    /// Marks the article's document, and stores its id; on the article's document.
    static final String WHOLE = "whole";

    /// The whole article as JSON; on the article's document.
    static final String CONTENT = "content";

    /// What is read of every candidate, see [IndexedPassage]; on passages.
    static final String PASSAGE = "passage";

    /// Title and text, by language; on passages.
    static final String TEXT_PREFIX = "text.";

    /// Holds a passage's vector; see [#vector].
    private static final String VECTOR = "vector";

    /// Holds the vectors of a passage's sentences; see [#sentences].
    private static final String SENTENCES = "sentences";

    private IndexFields() {}

    /// The field of the vectors that an encoder makes of passages, in languages that it knows.
    /// Those of another one are in another field: after a change of the encoder they are found no
    /// more, and passages by their words until they have new ones.
    static String vector(String model) {
        return VECTOR + "." + model;
    }

    /// The same for the passages' sentences.
    static String sentences(String model) {
        return SENTENCES + "." + model;
    }

    /// An analyzer that analyzes each field by the language in its name: `text.de` in German.
    static final class LanguageAnalyzers extends DelegatingAnalyzerWrapper {

        private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

        LanguageAnalyzers() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        /// The name of the field that holds texts of a language.
        static String field(Locale language) {
            return IndexFields.TEXT_PREFIX + PassageEncoder.code(language);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            String language = field.substring(IndexFields.TEXT_PREFIX.length());
            return analyzers.computeIfAbsent(language, code -> Language.analyzer(Locale.of(code)));
        }
    }
}
