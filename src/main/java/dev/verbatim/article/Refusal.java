package dev.verbatim.article;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Why a file is not served, in words for the editor who wrote it.
///
/// @param file relative to the content folder
/// @param line counted from 1; missing when the fault is the whole file's
/// @param problem what is wrong, with the value
/// @param advice what to write instead
public record Refusal(Path file, @Nullable Integer line, String problem, String advice) {

    /// One line, such as `nato.md line 3: "published: Wednesday" is not a date. Write it as
    /// 2022-10-12.`
    @Override
    public String toString() {
        return file + (line == null ? "" : " line " + line) + ": " + problem + ". " + advice + ".";
    }
}
