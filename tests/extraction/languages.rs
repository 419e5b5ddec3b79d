//! Texts in other languages and scripts than English: sentences are right, facts become claims, nobody is cited.

use super::read;

/// Reads a text in a language, and checks its sentences.
#[track_caller]
fn check(language: &str, sentences: &[&str]) {
    for between in [" ", "\n"] {
        let spaced = !matches!(language, "ja" | "zh") || between == "\n";
        let text = sentences.join(if spaced { between } else { "" });
        let read = read(&text);
        assert_eq!(read.found.language, language);
        assert_eq!(read.sentences(), sentences);
        assert!(read.found.claims.iter().all(|claim| claim.chain.is_empty()), "{text}");
        assert!(read.found.claims.len() >= sentences.len() - 1, "{text}");
    }
}

#[test]
fn german() {
    check(
        "de",
        &[
            "Der Kreml bestätigte am 3. März den Besuch, wie die Agentur Dr. Weiß zufolge mitteilte.",
            "„Wir sind bereit“, sagte der Sprecher z. B. am Dienstag.",
            "Die Ausfuhren stiegen um 4,5 Prozent auf 1.200 Tonnen.",
            "Wer zahlt das?",
        ],
    );
}

#[test]
fn french() {
    check(
        "fr",
        &[
            "Le Kremlin a confirmé la visite du président, selon plusieurs médias russes.",
            "« Nous sommes prêts », a déclaré M. Dupont mardi.",
            "Les prix ont augmenté de 3,2 % en un an.",
        ],
    );
}

#[test]
fn russian() {
    check(
        "ru",
        &[
            "Кремль подтвердил визит президента в Северную Корею.",
            "Об этом сообщили источники в министерстве.",
            "По их словам, поставки выросли на 12 процентов.",
        ],
    );
}

#[test]
fn greek() {
    check("el", &["Το Κρεμλίνο επιβεβαίωσε την επίσκεψη του προέδρου.", "Πότε θα γίνει;", "Οι τιμές αυξήθηκαν κατά 5 τοις εκατό."]);
}

#[test]
fn arabic() {
    check("ar", &["أكد الكرملين زيارة الرئيس إلى كوريا الشمالية يوم الثلاثاء.", "هل ستتغير الحرب؟", "ارتفعت الأسعار بنسبة ١٢ في المئة خلال عام واحد."]);
}

#[test]
fn hindi() {
    check("hi", &["क्रेमलिन ने राष्ट्रपति की यात्रा की पुष्टि की है।", "कीमतें एक साल में १२ प्रतिशत बढ़ीं।", "क्या युद्ध बदलेगा?"]);
}

#[test]
fn chinese() {
    check("zh", &["克里姆林宫周二证实了总统对朝鲜的访问。", "“我们已经准备好了。”发言人说。", "物价一年上涨了百分之十二！"]);
}

#[test]
fn japanese() {
    check("ja", &["クレムリンは火曜日、大統領の北朝鮮訪問を確認した。", "「準備はできている。」と報道官は述べた。", "物価は一年で12パーセント上がったのか？"]);
}

#[test]
fn korean() {
    check("ko", &["크렘린궁은 화요일에 대통령의 북한 방문을 확인했다.", "물가는 1년 동안 12.5퍼센트 올랐다.", "전쟁이 달라질까?"]);
}

#[test]
fn armenian_amharic_burmese_and_khmer_stops_end_sentences() {
    for text in [
        "Նախագահը հաստատեց այցը։ Գները բարձրացան։",
        "ፕሬዚዳንቱ ጉብኝቱን አረጋግጠዋል። ዋጋዎች ጨምረዋል።",
        "သမ္မတ၏ခရီးစဉ်ကို အတည်ပြုခဲ့သည်။ ဈေးနှုန်းများ တက်ခဲ့သည်။",
        "ប្រធានាធិបតីបានបញ្ជាក់។ តម្លៃបានឡើង។",
    ] {
        assert_eq!(read(text).sentences().len(), 2, "{text}");
    }
}

#[test]
fn stops_of_scripts_that_few_programs_know_end_sentences() {
    for text in [
        "ᱡᱚᱦᱟᱨ ᱾ ᱥᱟᱱᱛᱟᱲᱤ ᱯᱟᱹᱨᱥᱤ ᱾",
        "བཀྲ་ཤིས་བདེ་ལེགས། ཁྱེད་རང་གི་མིང་།",
        "ꯃꯤꯇꯩ ꯂꯣꯟ꯫ ꯃꯅꯤꯄꯨꯔ꯫",
        "ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ᠃ ᠰᠠᠢᠨ ᠤᠤ᠃",
        "ߒߞߏ ߛߓߍ߸ ߦߋ߫ ߖߡߊ߬ߣߊ߬ ߠߋ߬ ߘߌ߫؟ ߊ߬ ߞߊ߬ߣߌ߲߬؟",
        "صدر نے دورے کی تصدیق کی۔ قیمتیں بڑھ گئیں۔",
    ] {
        assert_eq!(read(text).sentences().len(), 2, "{text}");
    }
}

#[test]
fn a_long_thai_line_ends_sentences_at_spaces() {
    let phrase = "ทำเนียบเครมลินยืนยันการเยือนเกาหลีเหนือของประธานาธิบดีในวันอังคารหลังจากมีข่าวลือมาหลายสัปดาห์";
    let text = [phrase; 6].join(" ");
    let read = read(&text);
    assert_eq!(read.found.language, "th");
    assert!((3..=6).contains(&read.sentences().len()), "{:?}", read.sentences());
    assert!(read.sentences().iter().all(|sentence| !sentence.starts_with(' ') && sentence.chars().count() < 300));
    assert_eq!(read.found.claims.len(), read.sentences().len());
}

#[test]
fn scripts_may_mix_within_a_text() {
    let text = "The Kremlin confirmed that the visit would take place.\n克里姆林宫证实了访问。\nأكد الكرملين الزيارة.\nThe minister said that “готово” was his word for it.";
    let read = read(text);
    assert_eq!(read.found.language, "en");
    assert_eq!(read.sentences(), text.lines().collect::<Vec<_>>());
    assert_eq!(read.chain(0), ["Kremlin"]);
}
