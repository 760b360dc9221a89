namespace Amparo.Statistics.Linkage.Text;

/// <summary>Familiar forms and abbreviations of Spanish given names, each with the name it stands for.</summary>
public static class Nicknames
{
    private static readonly string[] Families =
    [
        "jose pepe pepito chepe cheo", "francisco paco pancho pacho curro kiko paquito panchito", "luis lucho luisito", "rosario charo chayo charito",
        "mercedes meche mechita merche", "guadalupe lupe lupita", "maria ma maruja mari mary marita maruca", "jesus chucho chuy chus", "enrique quique kike",
        "ignacio nacho", "manuel manolo manolito manny", "antonio toño tono toni tony antuco", "alberto beto tito albertito", "roberto beto robert tito", "alejandro alex jano sandro",
        "alejandra ale alex jana sandra", "eduardo lalo edu guayo", "gerardo gera lalo", "guillermo memo guille willy", "rafael rafa rafo", "ricardo richi ricky rico cayo",
        "vicente chente", "vicenta chenta", "santiago santi chago yago", "dolores lola loli lolita", "concepcion concha conchita chona", "consuelo chelo consuelito", "isabel chabela isa chavela chabuca belita",
        "teresa tere teresita techa", "graciela chela grace", "gabriela gaby gabi chela", "gabriel gabo gabi", "patricia pati paty patty patricita", "silvia chivi silvi", "beatriz bety betty bea",
        "carmen carmencita menchu carmela carmiña", "pilar pili pilarica", "josefina pepa fina josefa chepina", "juan juancho juanito", "juana juanita juani", "carlos charly carlitos calin",
        "fernando nando fer ferchu", "fernanda fer nanda", "hernan nan", "sebastian sebas chebas", "cristina cris tina cristi", "cristian cris", "cesar chechar checho", "daniel dani", "daniela dani",
        "david davi", "diego dieguito", "elizabeth eli liz betty elisa bety", "esperanza espe lanza pelancha", "felipe pipe felo", "gonzalo gonza chalo", "gustavo tavo gus", "hugo huguito", "jorge coco jorgito",
        "julio julito", "julia juli", "leonardo leo nardo", "lorenzo lencho loren", "lucia lucy luci chia", "magdalena magda malena", "marcos marquitos", "margarita margot magui mago rita", "martin tin martincho",
        "martha marta martita", "miguel migue miki mike", "milagros mili milagritos mila", "monica moni", "nancy nan", "natalia nati naty", "nicolas nico", "oscar osky", "pablo pablito", "pedro perico pedrito peter",
        "ramon moncho moncha", "raquel quela raque", "raul rulo raulito", "rosa rosita rosi", "ruben rube", "salvador chava salva", "sergio checho sergito", "sofia sofi", "susana susi susy", "tomas tomasito tommy",
        "veronica vero", "victor vitucho vito vico", "victoria vicky viky toya", "virginia vicky gina virgi", "yolanda yola yoli", "ximena xime", "jimena jime", "javier javi xavi", "joaquin quin joaco", "andres andy andi",
        "ana anita", "angel angelito gelo", "angela angie angelita", "barbara barbi", "catalina cata catita", "claudia clau", "edgar edgardo", "esteban teban", "estefania stefi fani fanny", "eugenia geña maru", "jacinta jaci",
        "fiorella fiore", "lidia lili", "liliana lili lily", "lourdes lulu lourditas", "luisa lucha luisita", "luz lucecita lucha", "marina mari", "mariana mari nana", "olga olguita", "rocio chio", "ruth ruti", "soledad sole chole", "valeria vale",
    ];

    private static readonly Dictionary<string, string[]> FullNames = Families
        .SelectMany(family => family.Split(' ').Select(name => (Name: name, Full: family.Split(' ')[0])))
        .GroupBy(pair => pair.Name, pair => pair.Full, StringComparer.Ordinal)
        .ToDictionary(names => names.Key, names => names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <summary>The names that one may stand for, itself first where it is none of the table's: <c>beto</c> is <c>alberto</c> or <c>roberto</c>.</summary>
    /// <param name="name">As <see cref="PlainText.Key"/> writes it.</param>
    public static IReadOnlyList<string> FullOf(string name) => FullNames.TryGetValue(name, out var full) ? full : [name];

    /// <summary>Whether two may be the same name, one or both in a familiar form.</summary>
    public static bool AreOne(string one, string other) => one == other || FullOf(one).Any(full => FullOf(other).Contains(full, StringComparer.Ordinal));
}
