namespace AgentIQ.Simulator.Wildberries.Tokens;

/// <summary>The bitmask <c>s</c> of a token: position n is the bit of value 2 to the n.</summary>
[Flags]
public enum WildberriesTokenScopes : long
{
    /// <summary>Nothing at all.</summary>
    None = 0,

    /// <summary>Position 1: product cards.</summary>
    Content = 1L << 1,

    /// <summary>Position 2: analytics.</summary>
    Analytics = 1L << 2,

    /// <summary>Position 3: prices and discounts.</summary>
    Prices = 1L << 3,

    /// <summary>Position 4: marketplace orders.</summary>
    Marketplace = 1L << 4,

    /// <summary>Position 5: statistics.</summary>
    Statistics = 1L << 5,

    /// <summary>Position 6: promotion.</summary>
    Promotion = 1L << 6,

    /// <summary>Position 7: feedbacks and questions.</summary>
    FeedbacksAndQuestions = 1L << 7,

    /// <summary>Position 9: chat with buyers.</summary>
    BuyersChat = 1L << 9,

    /// <summary>Position 10: supplies.</summary>
    Supplies = 1L << 10,

    /// <summary>Position 11: buyers' returns.</summary>
    BuyersReturns = 1L << 11,

    /// <summary>Position 12: documents.</summary>
    Documents = 1L << 12,

    /// <summary>Position 13: finance.</summary>
    Finance = 1L << 13,

    /// <summary>Position 16: users.</summary>
    Users = 1L << 16,

    /// <summary>Position 30: the token may read and not write.</summary>
    ReadOnly = 1L << 30,

    /// <summary>What a communication desk needs: feedbacks and questions, chat, returns, cards.</summary>
    Communications = FeedbacksAndQuestions | BuyersChat | BuyersReturns | Content,
}
