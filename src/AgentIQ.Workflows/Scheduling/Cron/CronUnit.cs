namespace AgentIQ.Workflows.Scheduling.Cron;

/// <summary>One of the six fields: what its numbers may be and which names stand for them.</summary>
internal sealed record CronUnit(string Name, int First, int Last, string[] Names)
{
    public static readonly CronUnit Second = new("seconds", 0, 59, []);
    public static readonly CronUnit Minute = new("minutes", 0, 59, []);
    public static readonly CronUnit Hour = new("hours", 0, 23, []);
    public static readonly CronUnit Day = new("days of the month", 1, 31, []);
    public static readonly CronUnit Month = new("months", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    /// <summary>0 and 7 are Sunday.</summary>
    public static readonly CronUnit Weekday = new("weekdays", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    /// <summary>How people may write it, for messages.</summary>
    public string Range => Names.Length == 0 ? $"{First} to {Last}" : $"{First} to {Last} or {Names[0]} to {Names[^1]}";
}
