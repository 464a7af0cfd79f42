package dev.parlance.survey.replies;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up replies of one kind in one language: fillers, answers, units and noise in any order. */
final class GeneratedReplies {
    /** The words of a language: fillers, numbers, options, dates, times, units, yes and no, noise. */
    private static final Map<String, List<List<String>>> WORDS = Map.of(
            "en-US",
            List.of(
                    List.of(
                            "I'd say",
                            "about",
                            "um",
                            "maybe",
                            "not",
                            "no wait,",
                            "I think it's",
                            "definitely",
                            "or",
                            "and"),
                    List.of("four", "twenty one", "two hundred and five", "half a million", "zero", "thirtyfour"),
                    List.of(
                            "satisfied",
                            "very satisfied",
                            "fever",
                            "head ache",
                            "coughh",
                            "the second one",
                            "option b"),
                    List.of("3 days ago", "next Friday", "third of May", "Christmas", "the 15th", "in two weeks"),
                    List.of("half past two", "quarter to nine", "noon", "6pm", "at 14:30", "o'clock"),
                    List.of("stars", "years old", "people", "dollars", "hours", "out of 5", "%"),
                    List.of("yes", "nope", "sure thing", "I don't know", "of course not")),
            "es-MX",
            List.of(
                    List.of("yo diría", "como", "este", "tal vez", "no", "perdón,", "creo que", "o", "y", "la verdad"),
                    List.of("cuatro", "veintiuno", "doscientos cinco", "medio millón", "cero", "treinta y cuatro"),
                    List.of(
                            "satisfecho",
                            "muy satisfecha",
                            "fiebre",
                            "dolor de cabeza",
                            "toz",
                            "la segunda",
                            "opción b"),
                    List.of("hace 3 días", "el próximo viernes", "tres de mayo", "Navidad", "el 15", "en dos semanas"),
                    List.of("dos y media", "cuarto para las nueve", "mediodía", "6 pm", "a las 14:30", "horas"),
                    List.of("estrellas", "años", "personas", "pesos", "horas", "de 5", "%"),
                    List.of("sí claro", "no gracias", "claro que no", "no sé", "sale")),
            "pt-BR",
            List.of(
                    List.of(
                            "eu diria",
                            "uns",
                            "hum",
                            "talvez",
                            "não",
                            "desculpa,",
                            "acho que",
                            "ou",
                            "e",
                            "na verdade"),
                    List.of("quatro", "vinte e um", "duzentos e cinco", "meio milhão", "zero", "trinta e quatro"),
                    List.of("satisfeito", "muito satisfeita", "febre", "dor de cabeça", "tose", "a segunda", "opção b"),
                    List.of("há 3 dias", "próxima sexta", "três de maio", "Natal", "dia 15", "em duas semanas"),
                    List.of("duas e meia", "quinze para as nove", "meio-dia", "18h", "às 14:30", "horas"),
                    List.of("estrelas", "anos", "pessoas", "reais", "horas", "de 5", "%"),
                    List.of("sim claro", "não obrigado", "claro que não", "não sei", "com certeza")),
            "fr-FR",
            List.of(
                    List.of(
                            "je dirais",
                            "environ",
                            "euh",
                            "peut-être",
                            "pas",
                            "pardon,",
                            "je pense",
                            "ou",
                            "et",
                            "en fait"),
                    List.of("quatre", "vingt et un", "deux cent cinq", "un demi million", "zéro", "trente-quatre"),
                    List.of("satisfait", "très satisfaite", "fièvre", "mal de tête", "tous", "la deuxième", "option b"),
                    List.of("il y a 3 jours", "vendredi prochain", "trois mai", "Noël", "le 15", "dans deux semaines"),
                    List.of("deux heures et demie", "neuf heures moins le quart", "midi", "18h", "à 14:30", "heures"),
                    List.of("étoiles", "ans", "personnes", "euros", "heures", "sur 5", "%"),
                    List.of("oui bien sûr", "non merci", "bien sûr que non", "je ne sais pas", "ouais")),
            "de-DE",
            List.of(
                    List.of(
                            "ich würde sagen",
                            "etwa",
                            "ähm",
                            "vielleicht",
                            "nicht",
                            "nein warte,",
                            "glaube ich",
                            "oder",
                            "und",
                            "eher"),
                    List.of("vier", "einundzwanzig", "zweihundertfünf", "eine halbe Million", "null", "vierunddreißig"),
                    List.of(
                            "zufrieden",
                            "sehr zufrieden",
                            "Fieber",
                            "Kopf schmerzen",
                            "Hussten",
                            "das zweite",
                            "Nummer b"),
                    List.of(
                            "vor 3 Tagen",
                            "nächsten Freitag",
                            "dritter Mai",
                            "Weihnachten",
                            "am 15.",
                            "in zwei Wochen"),
                    List.of("halb drei", "Viertel vor neun", "mittags", "18 Uhr", "um 14:30", "Uhr"),
                    List.of("Sterne", "Jahre alt", "Personen", "Euro", "Stunden", "von 5", "%"),
                    List.of("ja klar", "nein danke", "auf keinen Fall", "weiß nicht", "na sicher")),
            "hi-IN",
            List.of(
                    List.of(
                            "मेरे हिसाब से",
                            "लगभग",
                            "हम्म",
                            "शायद",
                            "नहीं",
                            "माफ़ कीजिए,",
                            "मुझे लगता है",
                            "या",
                            "और",
                            "वैसे"),
                    List.of("चार", "इक्कीस", "दो सौ पाँच", "आधा दर्जन", "शून्य", "साढ़े तीन सौ"),
                    List.of("संतुष्ट", "बहुत संतुष्ट", "बुखार", "सर दर्द", "खासी", "दूसरा वाला", "विकल्प b"),
                    List.of("3 दिन पहले", "अगले शुक्रवार", "तीन मई", "क्रिसमस", "कल", "दो हफ्ते बाद"),
                    List.of("ढाई बजे", "पौने नौ बजे", "दोपहर", "शाम 6 बजे", "14:30 पर", "बजे"),
                    List.of("स्टार", "साल", "लोग", "रुपये", "घंटे", "5 में से", "%"),
                    List.of("हाँ जी", "नहीं धन्यवाद", "बिल्कुल नहीं", "पता नहीं", "ज़रूर")),
            "zh-CN",
            List.of(
                    List.of("我觉得", "大概", "嗯", "可能", "不", "不对，", "应该是", "或者", "和", "其实"),
                    List.of("四", "二十一", "两百零五", "三千两百五", "零", "一万二"),
                    List.of("满意", "非常满意", "发烧", "头疼", "咳漱", "第二个", "选项b"),
                    List.of("3天前", "下周五", "五月三日", "圣诞节", "15号", "两周后"),
                    List.of("两点半", "差一刻九点", "中午", "下午6点", "14:30", "点"),
                    List.of("颗星", "岁", "个人", "块", "小时", "满分5", "%"),
                    List.of("是的", "不用了", "当然不", "不知道", "好啊")),
            "ar",
            List.of(
                    List.of("أقول", "حوالي", "اممم", "ممكن", "مش", "لا عفوا،", "أظن", "أو", "و", "بصراحة"),
                    List.of("أربعة", "واحد وعشرين", "مئتين وخمسة", "نصف مليون", "صفر", "أربعة وثلاثين"),
                    List.of("راض", "راض جدا", "حمى", "صداع", "سعالل", "الثاني", "الخيار b"),
                    List.of("قبل 3 أيام", "الجمعة القادمة", "ثلاثة مايو", "عيد الميلاد", "يوم 15", "بعد أسبوعين"),
                    List.of("الثانية والنصف", "التاسعة إلا ربع", "الظهر", "6 مساء", "14:30", "الساعة"),
                    List.of("نجوم", "سنة", "أشخاص", "ريال", "ساعات", "من 5", "%"),
                    List.of("نعم أكيد", "لا شكرا", "طبعا لا", "ما أدري", "ايوه")));

    private static final List<String> NOISE = List.of(
            "!!!",
            "😊",
            "👍🏽",
            "⭐⭐⭐",
            "...",
            "?",
            "(",
            ")",
            ",",
            "4",
            "5/5",
            "1,00,000",
            "12.50",
            "٣",
            "५",
            "４",
            "xxxxxxxxxxxx",
            "-",
            "+",
            "\u200f",
            "\u00a0",
            "lol",
            "\ud83d");

    static final List<String> LANGUAGES = WORDS.keySet().stream().sorted().toList();

    private static final int MOST_PARTS = 7;

    private final Random random;
    private final List<List<String>> words;

    GeneratedReplies(String language, long seed) {
        this.words = WORDS.getOrDefault(language, List.of());
        this.random = new Random(seed);
    }

    String next() {
        StringBuilder reply = new StringBuilder();
        int parts = 1 + random.nextInt(MOST_PARTS);
        for (int i = 0; i < parts; i++) {
            List<String> from = random.nextInt(4) == 0 ? NOISE : words.get(random.nextInt(words.size()));
            reply.append(from.get(random.nextInt(from.size()))).append(random.nextInt(8) == 0 ? "" : " ");
        }
        return reply.toString();
    }
}
