"""The words of which names are made, by script, those that most bear first. After them come invented ones, which few
bear: a register has tens of thousands of surnames."""


def _listed(text: str) -> list[str]:
    return text.split()


LATIN_GIVEN = _listed("""
    María Antonio José Manuel Francisco Juan Carmen David Ana Javier Daniel Isabel Carlos Laura
    Miguel Jesús Dolores Cristina Rafael Pedro Alejandro Marta Pilar Ángel Lucía Pablo Fernando
    Sergio Elena Luis Sara Jorge Alberto Paula Mohamed Raquel Álvaro Rosa Teresa Adrián Diego Raúl
    Rocío Beatriz Iván Rubén Ahmed Enrique Ramón Patricia Silvia Julia Vicente Irene Óscar Andrés
    Nuria Fátima Joaquín Mercedes Santiago Eduardo Encarnación Víctor Montserrat Mario Roberto Alba
    Jaime Andrea Ignacio Noelia Marcos Josefa Youssef Inés Salvador Mónica Nour Ricardo Emilio
    Verónica Hugo Khadija Julio Aicha Guillermo Susana Rachid Tomás Olga Agustín Amina Kofi Ion
    Andrei Giovanni Pierre Emma Oliver Greta Omar Hassan Naima Samira Boris Leo Teo Mar Dan
""")
LATIN_SURNAMES = _listed("""
    García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández
    Ruiz Díaz Moreno Muñoz Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez
    Ramírez Gil Serrano Molina Blanco Morales Suárez Ortega Castro Delgado Ortiz Marín Rubio Núñez
    Medina Sanz Castillo Iglesias Cortés Garrido Santos Guerrero Lozano Cano Cruz Flores Herrera
    Méndez Prieto Cabrera Peña León Calvo Vidal Márquez Gallego Reyes Vega Fuentes Campos Carrasco
    Díez Caballero Nieto Aguilar Santana Pascual Herrero Lorenzo Montero Hidalgo Giménez Ibáñez
    Ferrer Durán Vicente Benítez Mora Arias Vargas Carmona Crespo Román Pastor Soto Velasco Soler
    Moya Parra Esteban Bravo Gallardo Rojas Benali Haddad Belkacem Mensah Popescu Rossi Dubois
    Gonzálvez Garzón Lopera Marina
""")
ARABIC_GIVEN = _listed("""
    محمد أحمد فاطمة علي يوسف خديجة حسن عمر مريم عائشة إبراهيم عبد مصطفى رشيد سعيد كريم أمينة نور
    سميرة خالد حسين هدى ليلى زينب بلال ياسين إدريس طارق جمال نادية سلمى هشام أنس زكرياء عثمان منى
    رضا وليد إيمان سارة
""")
ARABIC_SURNAMES = _listed("""
    بلقاسم العلوي بنعلي الحداد الأمين الإدريسي بوعزة المنصوري الفاسي التازي بنسعيد العمراني الخطيب
    النجار بركات قاسم الشريف صالح حمدان منصور عباس سليمان الحسيني ناصر داود زيدان غانم حجازي القاضي
    مراد
""")
CYRILLIC_GIVEN = _listed("""
    Олена Дмитро Оксана Іван Андрій Наталія Сергій Марія Олександр Тетяна Ольга Володимир Юлія Ірина
    Микола Анна Павло Катерина Георги Мария Иван Елена Петър Александр Светлана Михаил Надія Тарас
    Богдан Людмила
""")
CYRILLIC_SURNAMES = _listed("""
    Шевченко Мельник Коваленко Бондаренко Бойко Ткаченко Кравченко Ковальчук Коваль Олійник Іванов
    Петров Димитров Георгиев Поліщук Лисенко Мороз Савченко Руденко Марченко Попов Иванова Николов
    Волков Соколов Захарченко Гончаренко
""")
HAN_SURNAMES = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴"
HAN_GIVEN = "美惠志明淑芬家豪雅婷怡君俊傑宗翰詩涵冠宇欣承恩品睿子晴麗華秀英文雄建國玉珍金龍慧玲佳穎柏宏思妤彥廷心瑜"

STARTS = _listed("b c d f g l m n p r s t v z br tr pl gr ch ll")
MIDDLES, ENDS = _listed("a e i o u ia ue"), _listed("l n r s z d rra ndo")
CYRILLIC = tuple("БВГДЗКЛМНПРСТЧ"), tuple("аоеиуя"), _listed("енко чук ський ова ев ак")
ARABIC = tuple("بتجحدرسصطعفقكلمن"), tuple("اوي"), _listed("ري لي ني دي ان ون")
