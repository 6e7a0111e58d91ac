package dev.verbatim.telegram.editors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// Tests who is an editor.
class EditorsTest {

    @Test
    void groupIsNeverAnEditorEvenIfItsIdIsListed() {
        var editors = new Editors(Set.of(7L, -1_000_000_000_500L));

        assertThat(editors.isEditor(7)).isTrue();
        assertThat(editors.isEditor(-1_000_000_000_500L)).isFalse();
    }
}
