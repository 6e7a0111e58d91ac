package dev.verbatim.article.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The place in the content folder that a page belongs to, and what is known of it from elsewhere.
///
/// @param folders from the outermost one
/// @param name of the file, without its extension
/// @param facts for the front matter where the page itself doesn't say them
/// @param file to be replaced, when the page was filed before
public record PageOrigin(
        List<String> folders, String name, Map<String, String> facts, @Nullable Path file) {

    public PageOrigin {
        folders = List.copyOf(folders);
        facts = Map.copyOf(facts);
    }
}
