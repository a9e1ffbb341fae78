using System.Security.Cryptography;
using System.Text;
using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>Maps a record of a file to the API's object. What the file does not know gets a value that the API allows.</summary>
internal static class FeedbackRecordMapper
{
    /// <exception cref="FeedbackFileException">A field is missing or of a wrong type.</exception>
    public static FileFeedback Map(FileRecord record)
    {
        var id = record.RequiredText("id");
        var product = record.Object("productDetails");
        var written = record.Time("createdDate") ?? throw record.Wrong("createdDate", "expected a time, got nothing");
        var answeredAt = record.Time("answerCreatedDate");
        var answer = record.Text("answerText");
        if (answer is null && answeredAt is not null)
        {
            throw record.Wrong("answerText", "expected a text because answerCreatedDate is there, got nothing");
        }

        var tags = record.Texts("tags");
        var feedback = new Feedback
        {
            Id = id,
            Text = record.Text("text") ?? "",
            Pros = record.Text("pros") ?? "",
            Cons = record.Text("cons") ?? "",
            ProductValuation = Stars(record),
            CreatedDate = written,
            Answer = answer is null ? null : new FeedbackAnswer(answer, AnswerState.Published, Editable: record.Time("answerUpdatedDate") is null),
            ProductDetails = Product(product),
            PhotoLinks = Photos(record, id),
            WasViewed = answer is not null,
            UserName = record.Text("userName") ?? "",
            MatchingSize = record.Text("matchingSize") ?? "",
            IsAbleSupplierFeedbackValuation = true,
            IsAbleReturnProductOrders = record.Whole("productValuation") <= 3,
            Bables = tags.Count == 0 ? null : tags,
            LastOrderShkId = Number(id),
            LastOrderCreatedAt = written.ToUniversalTime() - TimeSpan.FromHours(72 + (Number(id) % 120)),
            Color = product.Text("color") ?? "",
            SubjectId = (int)(product.Whole("subjectId") ?? 0),
            SubjectName = product.Text("subjectName") ?? "",
        };
        return new FileFeedback(feedback, answeredAt, Labels(record));
    }

    private static int Stars(FileRecord record) => record.Whole("productValuation") switch
    {
        >= 1 and <= 5 and var stars => (int)stars,
        null => throw record.Wrong("productValuation", "expected a whole number from 1 to 5, got nothing"),
        var other => throw record.Wrong("productValuation", $"expected a whole number from 1 to 5, got {other}"),
    };

    private static FeedbackProduct Product(FileRecord product)
    {
        var article = product.Whole("nmId") ?? throw product.Wrong("nmId", "expected a whole number, got nothing");
        return new FeedbackProduct
        {
            NmId = article,
            ImtId = product.Whole("imtId") ?? article,
            ProductName = product.Text("productName") ?? "",
            SupplierArticle = product.Text("supplierArticle"),
            SupplierName = product.Text("supplierName"),
            BrandName = product.Text("brandName"),
            Size = product.Text("size") ?? "0",
        };
    }

    private static List<FeedbackPhoto>? Photos(FileRecord record, string id) => record.Whole("photos") switch
    {
        null or 0 => null,
        var count => [.. Enumerable.Range(1, (int)count).Select(number => new FeedbackPhoto(
            $"https://feedback-photos.example/{id}/{number}/fs.webp",
            $"https://feedback-photos.example/{id}/{number}/ms.webp"))],
    };

    private static ReviewLabels? Labels(FileRecord record)
    {
        if (!record.Has("labels"))
        {
            return null;
        }

        var labels = record.Object("labels");
        return new ReviewLabels(labels.RequiredText("intent"), labels.Texts("flags"), labels.RequiredText("sentiment"));
    }

    /// <summary>A number of the size of a piece's barcode that follows from the id.</summary>
    private static long Number(string id) => 10_000_000_000 + (BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(id))) % 10_000_000_000);
}
