package dev.verbatim.telegram.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verbatim.answer.MessageCatalog;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageKeyTest {

    @ParameterizedTest
    @EnumSource
    void everyKeyHasAText(MessageKey messageKey) {
        assertThat(messageKey.in(MessageCatalog.in(Locale.ENGLISH), "x"))
                .isNotBlank()
                .doesNotContain("{0}");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SETTINGS_SAVED",
                "SETTINGS_ADMINS_ONLY",
                "FAILED",
                "QUESTION_LOST",
                "BUTTON_LOST"
            })
    void noticesAreShortEnough(MessageKey notice) {
        assertThat(notice.in(MessageCatalog.in(Locale.ENGLISH))).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = "SHORT_DESCRIPTION")
    void shortDescriptionIsShortEnough(MessageKey messageKey) {
        assertThat(messageKey.in(MessageCatalog.in(Locale.ENGLISH))).hasSizeLessThanOrEqualTo(120);
    }
}
