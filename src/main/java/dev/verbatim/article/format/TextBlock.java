package dev.verbatim.article.format;

/// A piece of a body as its format divides it, with the words as they were written.
sealed interface TextBlock {

    String words();

    /// Without blanks around it and boilerplate behind it.
    TextBlock trimmed();

    /// Words to quote.
    record Prose(String words) implements TextBlock {

        @Override
        public TextBlock trimmed() {
            return new Prose(BoilerplateFilter.withoutTrailingBoilerplate(words.strip()));
        }
    }

    /// The name of what follows.
    record Heading(String words) implements TextBlock {

        @Override
        public TextBlock trimmed() {
            return new Heading(words.strip());
        }
    }

    /// Whether this says only what stands above the article anyway.
    default boolean repeats(String title) {
        return Whitespace.squeezed(words()).equals(title);
    }
}
