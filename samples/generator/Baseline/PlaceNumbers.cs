using MigrationClean.Samples.Drawing;

namespace MigrationClean.Samples.Baseline;

/// <summary>What is true of one place, whoever of its informants is asked.</summary>
internal sealed class PlaceNumbers(Place place)
{
    public Place Place => place;

    public int Returned { get; set; }

    public int[] ReturnedByYear { get; set; } = [];

    public int ReturnedMen { get; set; }

    public (string Country, int Count)[] ReturnedFrom { get; set; } = [];

    public string Reason { get; set; } = "";

    public int Abroad { get; set; }

    public (string Country, int Count)[] AbroadIn { get; set; } = [];

    public int Labour { get; set; }

    public int Foreigners { get; set; }

    public int[] ForeignersByYear { get; set; } = [];

    public (string Country, int Count)[] ForeignersFrom { get; set; } = [];

    public int Population { get; set; }

    public int Households { get; set; }
}
