package dev.verbatim.group.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CueLexiconTest {

    @Test
    void everyLanguageHasCuesOfEveryClass() {
        assertThat(CueLexicon.all())
                .hasSize(7)
                .allSatisfy(lexicon -> assertThat(CueClass.values()).allMatch(lexicon::knows));
    }
}
