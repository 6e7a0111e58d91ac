package dev.verbatim.article.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The missile attacks have been widely condemned by Western allies.",
                "de | Die Raketenangriffe sind von den westlichen Verbündeten verurteilt worden.",
                "fr | Les attaques de missiles ont été largement condamnées par les alliés.",
                "es | Los ataques con misiles han sido condenados por los aliados occidentales.",
                "it | Gli attacchi missilistici sono stati condannati dagli alleati occidentali.",
                "uk | Ракетні удари були засуджені західними союзниками як воєнні злочини.",
                "ru | Ракетные удары были осуждены западными союзниками как военные преступления.",
                "pl | Ataki rakietowe zostały potępione przez zachodnich sojuszników.",
                "zh | 西方盟国普遍谴责导弹袭击是战争罪行，并承诺向乌克兰提供更多的防空系统。",
                "ar | أدان الحلفاء الغربيون الهجمات الصاروخية على نطاق واسع باعتبارها جرائم حرب.",
                "he | מתקפות הטילים גונו בהרחבה על ידי בעלות הברית המערביות כפשעי מלחמה.",
            })
    void aSentenceTellsItsLanguage(String language, String sentence) {
        assertThat(detector.detect(sentence)).isEqualTo(Locale.of(language));
    }

    @Test
    void tooLittleTellsNothing() {
        assertThat(detector.detect("OK. 12 – 14!")).isEqualTo(Locale.ROOT);
    }
}
