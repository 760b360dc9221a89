using Amparo.Statistics.Linkage.Text;

namespace Amparo.Statistics.Linkage.Files;

/// <summary>Which role a column has by its name, in Spanish and English. A name that is not here has none: the truth of a test file is not read by mistake.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, FieldRole> Roles = new[]
    {
        Named(FieldRole.Id, "rec id,record id,unique id,id,registro,codigo"),
        Named(FieldRole.GivenNames, "given names,given name,first name,first names,forename,forenames,name,fname,fname c1,fname c2,nombres,nombre,nombres de pila,prenombres"),
        Named(FieldRole.Surname, "surname,surname1,surname 1,last name,family name,lname,lname c1,lname c2,apellido,apellidos,apellido1,apellido 1,primer apellido,apellido paterno,paterno"),
        Named(FieldRole.SecondSurname, "surname2,surname 2,second surname,apellido2,apellido 2,segundo apellido,apellido materno,materno"),
        Named(FieldRole.BirthDate, "dob,date of birth,birth date,birthdate,fecha de nacimiento,fecha nacimiento,nacimiento,fec nac"),
        Named(FieldRole.BirthYear, "by,birth year,year of birth,ano de nacimiento,ano nacimiento"),
        Named(FieldRole.BirthMonth, "bm,birth month,month of birth,mes de nacimiento"),
        Named(FieldRole.BirthDay, "bd,birth day,day of birth,dia de nacimiento"),
        Named(FieldRole.Age, "age,edad"),
        Named(FieldRole.Sex, "sex,gender,sexo,genero"),
        Named(FieldRole.Document, "doc no,document,document no,document number,dni,documento,nro documento,numero de documento,num doc,cedula,pasaporte,passport,soc sec id,ssn"),
        Named(FieldRole.Phone, "phone,phone number,telephone,mobile,telefono,celular"),
        Named(FieldRole.Email, "email,e mail,mail,correo,correo electronico"),
        Named(FieldRole.Code, "postcode,post code,postal code,zip,zip code,postcode fake,codigo postal,street number,house number,ubigeo"),
        Named(FieldRole.Text, "address,address 1,address 2,street,suburb,city,town,state,region,district,province,nationality,country,birth place,birthplace,place of birth,occupation,"
            + "direccion,distrito,provincia,departamento,ciudad,nacionalidad,pais,lugar de nacimiento,ocupacion"),
    }.SelectMany(pairs => pairs).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The role; <see cref="FieldRole.None"/> for a name that is not known.</summary>
    public static FieldRole RoleOf(string column) => Roles.GetValueOrDefault(PlainText.Key(column));

    private static IEnumerable<KeyValuePair<string, FieldRole>> Named(FieldRole role, string names) => names.Split(',').Select(name => KeyValuePair.Create(name, role));
}
