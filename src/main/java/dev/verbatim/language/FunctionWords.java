package dev.verbatim.language;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The words of a language that say nothing of a subject, in lower case.
///
/// One list in three steps, each with the words of the one before. The shortest is for search,
/// where a word left out can't be found: "us", "may" and "might" are also a country, a month and a
/// force.
///
/// @param search what a search in English leaves out
/// @param question those and what people ask with
/// @param chat those and what people chat with
record FunctionWords(Set<String> search, Set<String> question, Set<String> chat) {

    private static final Map<Language, FunctionWords> LOADED = new ConcurrentHashMap<>();

    static FunctionWords of(Language language) {
        return LOADED.computeIfAbsent(language, row -> read(row.file()));
    }

    private static FunctionWords read(LanguageFile file) {
        Set<String> search = file.words("function");
        Set<String> question = union(search, file.words("function.question"));
        return new FunctionWords(search, question, union(question, file.words("function.chat")));
    }

    private static Set<String> union(Set<String> words, Set<String> more) {
        Set<String> all = new HashSet<>(words);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
