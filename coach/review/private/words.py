"""Words that look like names and are none, and names that are also words."""

from __future__ import annotations

STOP = frozenset(
    (
        # Whom one greets without a name, placeholders, and what begins a sentence behind a greeting.
        "there all team everyone everybody folks guys guy friend friends sir madam ma'am customer customers client user "
        "support help valued dear hello hi hey good morning afternoon evening day night i i'm we you he she they it this "
        "that these those the a an my our your his her their is are was were am be could would shall should "
        "might must do does did have has had not no yes ok okay sure please thank thanks sorry just again back for from "
        "in on at to of with and or but so if as what when where which who why how also welcome name names namen person "
        "firstname lastname customername agent mr mrs ms miss dr prof world house any some another unfortunately today "
        "tomorrow yesterday let here now very many best kind regards sincerely cheers yours monday tuesday wednesday "
        "thursday friday saturday sunday january february march july september october november december english german "
        "russian turkish pm pii anonymous unknown website web online store shop order refund chat service nice prs org reply "
        "ticket subject company none null nan undefined guest "
        # German
        "lieben auf wiedersehen ihnen missverständnis willkommen rückfrage nachricht bescheid "
        "zusammen leute kunde kundin kunden damen herren herr herrn frau liebe lieber liebes hallo guten tag abend moin "
        "ich wir sie du er es ihr ihre ihren ihrem mein meine unser unsere der die das ein eine einen ist sind war bin "
        "kann können könnte bitte danke vielen dank leider ja nein wenn wie was wann wo warum und oder aber gerne gern "
        "herzlichen herzlich grüße gruß grüssen grüßen beste viele freundliche schönen schöne alles heute morgen gestern "
        "kollege kollegin kollegen kundenservice montag dienstag mittwoch donnerstag freitag samstag sonntag januar "
        "februar juli oktober dezember anfrage bestellung interessent nutzer nutzerin mitarbeiter kein keine wegen "
        "nachdem dass hier nun noch mal gott "
        # Russian
        "уважаемый уважаемая клиент клиенты покупатель пользователь друзья друг коллеги коллега команда поддержка господа "
        "дамы здравствуйте здравствуй привет добрый день вечер доброе утро спасибо пожалуйста я мы вы он она они это мой "
        "моя мои ваш ваша ваше ваши вам вас нам нас у в на по с к о от за из не да нет как что когда где почему можно "
        "могу может если сожалению сегодня завтра вчера товарищи оператор менеджер имя "
        # Turkish
        "müşteri müşterimiz müşterimizin müşterilerimiz üyemiz "
        "üyelerimiz misafirimiz yetkili ilgili arkadaşlar arkadaşım herkes herkese ekip ekibi "
        "merhaba merhabalar selam günaydın iyi günler akşamlar sabahlar geceler sayın sevgili değerli bey hanım beyefendi "
        "hanımefendi ben biz siz o bu şu bir ve veya ile için ne nasıl neden lütfen evet hayır tamam teşekkürler teşekkür "
        "ederim maalesef size sizin benim bizim siparişiniz siparişim ürün destek hoş geldiniz kolay gelsin efendim bugün "
        "yarın dün isim ad "
    )
    .casefold()
    .split()
)
"""Folded words that are never taken for a name."""

ORDINARY = frozenset(
    (
        # English
        "will mark rose grace hope faith joy bill art rich frank grant chase summer dawn amber ruby jade crystal charity "
        "patience ray rob sue pat drew dale miles young long brown white black green gray grey king price best day good "
        "little page wood woods stone field bush cook baker major case cash chip christian dean earnest gene guy jack "
        "jean mason norm penny pearl nick van victor violet wade post power love light smart sharp short small strong "
        "swift wise ward west east north south winter gold silver rush may april june august autumn carol ivy holly "
        "heather iris lily daisy olive misty sunny star sky fox wolf bird rice berry cherry apple banks bond booker "
        "carter chance marks ring rings hand hall hill lake rivers ford bell box bright click gates jobs law max mercy "
        "moore new noble pace parks peace pope prime queen reason savage self son sparks story teller "
        # German
        "engel ernst klein groß gross lang kurz neu mai rosa weiß schwarz braun koch bauer richter könig kaiser vogel "
        "stern sommer frei gut berg busch stein fuchs schneider fischer müller becker wagner schäfer jäger zimmermann "
        "förster bach baum blum blume feld fink frost glas gold hahn hammer haus herbst herz holz horn hund jung kern "
        "kraft krieg lamm land licht löwe markt meister mond nagel nord ott pfeiffer post rat reich ritter roth rot sand "
        "sauer schatz schmidt see sonne spiegel stark strauß süß tag teufel thema topf ufer vogt wald weber weg wein "
        "wiese wind wunder zoll alt fromm heil hell kühn "
        # Russian
        "вера надежда любовь роман лев слава роза лилия мир май рая зима князь король царь мороз ворон волк орел заяц "
        "новый белый черный добрый "
        # Turkish
        "gül can deniz umut barış yağmur bahar yıldız güneş sevgi su mert onur ada kaya savaş ışık çiçek toprak yaz nur "
        "ay demir doğa aslan melek arzu dilek ümit ipek ekin eylül sıla damla inci kardelen çınar dağ tan özgür bulut "
        "doğan yaşar zafer devrim ülkü gönül sevinç mutlu er yiğit şahin kılıç taş tuna irmak ırmak nehir pınar sarı kara "
        "ak yeşil yeni yılmaz çelik kurt koç öz polat bilge duygu buse bora engin kader kaan karanfil lale meltem miray "
        "müjde nazlı olcay soner son uzun tekin uğur var "
    )
    .casefold()
    .split()
)
"""Folded names that are words as well: marked only where they can be nothing but a name."""

ALWAYS_CAPITAL = frozenset(
    (
        "may april june august mai eylül engel könig kaiser vogel stern sommer winter berg busch stein wolf fuchs "
        "schneider fischer müller becker wagner bauer koch richter schäfer jäger zimmermann förster bach baum blume feld "
        "frost glas gold hahn hammer haus herbst herz holz horn hund kern kraft krieg lamm land licht löwe markt meister "
        "mond nagel post rat reich ritter sand schatz see sonne spiegel strauß tag teufel thema topf ufer wald weber weg "
        "wein wiese wind wunder zoll christian ernst ring "
    )
    .casefold()
    .split()
)
"""Those that are written with a capital as words too, in their language: a month, a German noun."""

NOT_CALLED = frozenset(
    (
        # Behind a greeting in small letters.
        "again mate mates love lovely hun dude bro buddy man fam folks yes yeah yep yup ok okay moin question quick problem "
        "issue peeps stranger support live chat anyone somebody someone can will may guten nochmal nochmals wieder zurück euch "
        "ihr canım dostum arkadaş снова ещё всё ребята девушка мужчина "
        # What is said of a name, or behind one that is not told.
        "spelled spelt misspelled missing wrong incorrect different listed printed written shown displayed correct right still "
        "also already not now on in under falsch nicht noch jetzt auch immer anders richtig das dass es не просто теперь так "
        "adım yanlış doğru geçiyor yazıyor soyadım neden hala hâlâ "
        # What a sentence begins with behind a greeting without a stop.
        "lieferung paket ware rücksendung gutschrift zahlung rückgabe erstattung kundenkonto gerät artikel заказ посылка деньги "
        "курьер доставка возврат оплата товар письмо заявка обращение kargo iade sipariş talep fatura para kurye teslimat "
        "genç yaşlı bir "
    )
    .casefold()
    .split()
)
"""Folded words that are no name in such a place."""
