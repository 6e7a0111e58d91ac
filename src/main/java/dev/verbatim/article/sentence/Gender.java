package dev.verbatim.article.sentence;

/// A grammatical gender, by which a pronoun may refer to a person.
public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    /// Whether both may belong to the same person.
    public boolean fits(Gender other) {
        return this == other || this == UNKNOWN || other == UNKNOWN;
    }

    public Gender or(Gender other) {
        return this == UNKNOWN ? other : this;
    }
}
