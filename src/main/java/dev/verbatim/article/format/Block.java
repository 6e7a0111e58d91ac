package dev.verbatim.article.format;

/// A piece of a body as its format divides it, with the words as they were written.
sealed interface Block {

    String words();

    /// Without blanks around it and boilerplate behind it.
    Block trimmed();

    /// Words to quote.
    record Prose(String words) implements Block {

        @Override
        public Block trimmed() {
            return new Prose(Boilerplate.trimmed(words.strip()));
        }
    }

    /// The name of what follows.
    record Heading(String words) implements Block {

        @Override
        public Block trimmed() {
            return new Heading(words.strip());
        }
    }

    /// Whether this says only what stands above the article anyway.
    default boolean repeats(String title) {
        return Blanks.squeezed(words()).equals(title);
    }
}
