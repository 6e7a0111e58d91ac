package dev.verbatim.article.format;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An exception for something in a file that keeps it from being served. Thrown where it is found,
/// deep in a format; the caller that knows the file's name makes a [ValidationError] of it.
public final class ArticleFormatException extends Exception {

    private static final long serialVersionUID = 1;

    private final @Nullable Integer line;
    private final String problem;
    private final String advice;

    /// @param line counted from 1; missing when the whole file is wrong
    ArticleFormatException(@Nullable Integer line, String problem, String advice) {
        super(problem);
        this.line = line;
        this.problem = problem;
        this.advice = advice;
    }

    public ArticleFormatException(String problem, String advice) {
        this(null, problem, advice);
    }

    public ValidationError in(Path file) {
        return new ValidationError(file, line, problem, advice);
    }
}
