using System.Globalization;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>Numbers as texts, digit by digit as the standard has them.</summary>
internal static class NumberText
{
    public static string Of(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            return "0";
        }

        var (digits, point) = Shortest(Math.Abs(number));
        var sign = number < 0 ? "-" : string.Empty;
        if (point is > 0 and <= 21)
        {
            return sign + (digits.Length <= point ? digits.PadRight(point, '0') : $"{digits[..point]}.{digits[point..]}");
        }

        if (point is > -6 and <= 0)
        {
            return $"{sign}0.{new string('0', -point)}{digits}";
        }

        return sign + WithExponent(digits, point - 1);
    }

    public static string InBase(double number, int radix)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        const string symbols = "0123456789abcdefghijklmnopqrstuvwxyz";
        var (whole, fraction) = (Math.Truncate(Math.Abs(number)), Math.Abs(number) % 1);
        var text = new System.Text.StringBuilder();
        do
        {
            text.Insert(0, symbols[(int)(whole % radix)]);
            whole = Math.Truncate(whole / radix);
        }
        while (whole > 0);
        var smallest = Math.Max((Math.BitIncrement(Math.Abs(number)) - Math.Abs(number)) / 2, double.Epsilon);
        text.Append(fraction >= smallest ? "." : string.Empty);
        while (fraction >= smallest)
        {
            fraction *= radix;
            smallest *= radix;
            var digit = (int)fraction;
            fraction -= digit;
            if (fraction > 0.5 && fraction + smallest > 1)
            {
                digit++;
                fraction = 0;
            }

            text.Append(symbols[Math.Min(digit, radix - 1)]);
        }

        return number < 0 ? "-" + text : text.ToString();
    }

    public static string Fixed(double number, int digits)
    {
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e21)
        {
            return Of(number);
        }

        var text = Math.Abs(number).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number < 0 ? "-" + text : text;
    }

    public static string Precision(double number, int precision)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        var (digits, exponent) = Rounded(Math.Abs(number), precision);
        var sign = number < 0 ? "-" : string.Empty;
        if (exponent < -6 || exponent >= precision)
        {
            return sign + WithExponent(digits, exponent);
        }

        if (exponent == precision - 1)
        {
            return sign + digits;
        }

        return sign + (exponent >= 0 ? $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}" : $"0.{new string('0', -exponent - 1)}{digits}");
    }

    public static string Exponential(double number, int? fraction)
    {
        if (!double.IsFinite(number))
        {
            return Of(number);
        }

        var (digits, exponent) = fraction is { } count ? Rounded(Math.Abs(number), count + 1) : number == 0 ? ("0", 0) : Shortest(Math.Abs(number)) is var (d, p) ? (d, p - 1) : default;
        return (number < 0 ? "-" : string.Empty) + WithExponent(digits, exponent);
    }

    private static string WithExponent(string digits, int exponent) =>
        string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{(digits.Length > 1 ? "." : string.Empty)}{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}");

    /// <summary>The fewest digits that are this number, and where the point stands behind the first of them.</summary>
    private static (string Digits, int Point) Shortest(double number)
    {
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        var exact = number.ToString("R", CultureInfo.InvariantCulture);
        var mantissa = exact.Split('E')[0];
        var digits = mantissa.Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
        return (digits, Exponent(exact, mantissa, text));
    }

    private static int Exponent(string exact, string mantissa, string scientific)
    {
        var at = exact.IndexOf('E', StringComparison.Ordinal);
        if (at >= 0)
        {
            return int.Parse(exact.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1;
        }

        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        return whole != "0" ? whole.Length : int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + 1;
    }

    private static (string Digits, int Exponent) Rounded(double number, int precision)
    {
        var text = number.ToString("E" + (precision - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var at = text.IndexOf('E', StringComparison.Ordinal);
        return (text[..at].Replace(".", string.Empty, StringComparison.Ordinal), int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }
}
