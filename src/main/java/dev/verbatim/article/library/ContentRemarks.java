package dev.verbatim.article.library;

import dev.verbatim.article.format.ArticleFormat;
import dev.verbatim.article.format.ValidationError;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A collection of what an editor should know of files that are served all the same, or that are no
/// articles: facts that were left out, kinds of files that aren't read, names that differ in case
/// only. Each is logged once. Thread-safe.
final class ContentRemarks {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    // A folder of pictures may lie beside the articles.
    private static final int MAX_NAMED = 5;

    private final Map<Path, List<ValidationError>> omittedFacts = new ConcurrentHashMap<>();
    private volatile String ignored = "";

    /// Replaces what is known of a served file.
    void put(Path file, List<ValidationError> omitted) {
        List<ValidationError> before =
                omitted.isEmpty() ? omittedFacts.remove(file) : omittedFacts.put(file, omitted);
        if (!omitted.equals(before)) {
            omitted.forEach(fact -> LOG.warn("Left out of {}", fact));
        }
    }

    /// Forgets all files but these, and says which others in the folder are no articles.
    void update(FolderSnapshot snapshot) {
        omittedFacts.keySet().retainAll(snapshot.files().keySet());
        String line = ignoredLine(snapshot.ignored());
        if (!line.equals(ignored) && !line.isEmpty()) {
            LOG.warn("{}", line);
        }
        ignored = line;
    }

    private static String ignoredLine(Set<Path> files) {
        if (files.isEmpty()) {
            return "";
        }
        String named =
                files.stream()
                        .limit(MAX_NAMED)
                        .map(file -> ValidationError.abbreviate(file.toString()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Not read, because they are no articles: %d, %s%s. Articles are %s.",
                files.size(),
                named,
                files.size() > MAX_NAMED ? ", …" : "",
                ArticleFormat.listed());
    }

    /// A line each, in words for editors.
    List<String> lines() {
        return Stream.concat(
                        Stream.of(ignored).filter(line -> !line.isEmpty()),
                        omittedFacts.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .flatMap(entry -> entry.getValue().stream())
                                .map(ValidationError::toString))
                .toList();
    }

    /// Logs each group of names once that are one file where case doesn't count.
    ///
    /// @param known names that were there before
    static void logSimilarNames(Set<String> ids, Set<String> known) {
        ids.stream()
                .collect(Collectors.groupingBy(id -> id.toLowerCase(Locale.ROOT)))
                .values()
                .stream()
                .filter(names -> names.size() > 1)
                .map(names -> names.stream().sorted().toList())
                .filter(names -> !known.containsAll(names))
                .forEach(
                        names ->
                                LOG.warn(
                                        "{} differ only in upper and lower case: they are"
                                                + " different articles here, and one file on many"
                                                + " systems. Rename all but one of them.",
                                        String.join(", ", names)));
    }
}
