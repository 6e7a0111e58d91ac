package dev.verbatim.retrieval.lucene;

import dev.verbatim.language.Language;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// An analyzer that analyzes each field by the language in its name: `text.de` in German.
final class LanguageAnalyzers extends DelegatingAnalyzerWrapper {

    private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

    LanguageAnalyzers() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /// The name of the field that holds texts of a language.
    static String field(Locale language) {
        String code = language.getLanguage();
        return IndexFields.TEXT_PREFIX + (code.isEmpty() ? "und" : code);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        String language = field.substring(IndexFields.TEXT_PREFIX.length());
        return analyzers.computeIfAbsent(language, code -> Language.analyzer(Locale.of(code)));
    }
}
