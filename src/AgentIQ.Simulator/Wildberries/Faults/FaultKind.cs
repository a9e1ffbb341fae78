namespace AgentIQ.Simulator.Wildberries.Faults;

/// <summary>The ways in which a request can go wrong.</summary>
public enum FaultKind
{
    /// <summary>429 with the rate headers; <see cref="Fault.Delay"/> is the time to retry after. The request is not handled.</summary>
    TooManyRequests,

    /// <summary>500 in the service's envelope. The request is not handled.</summary>
    ServerError,

    /// <summary>502 with an HTML page, as of a proxy. The request is not handled.</summary>
    HtmlPage,

    /// <summary>200 with an HTML page, as of a captive portal. The request is not handled.</summary>
    HtmlPageAsSuccess,

    /// <summary>200 that says it is JSON and is empty. The request is not handled.</summary>
    EmptyBody,

    /// <summary>The true answer, its body cut in half, with a length that fits: valid HTTP, broken JSON.</summary>
    CutBody,

    /// <summary>The true answer, half its body sent, then the connection torn: broken HTTP.</summary>
    TornBody,

    /// <summary>Nothing for <see cref="Fault.Delay"/> (without one, until the client gives up), then the request is handled.</summary>
    Hang,

    /// <summary>The connection is reset before the request is handled, after <see cref="Fault.Delay"/> if there is one.</summary>
    ConnectionReset,

    /// <summary>The true answer with every member of <c>data</c> of another JSON type than documented.</summary>
    WrongTypes,

    /// <summary>The true page with its record number <see cref="Fault.Record"/> malformed: the rating a word, the date no date. Its id stays.</summary>
    MalformedRecord,

    /// <summary>The request is handled and no response sent: the connection is reset, after <see cref="Fault.Delay"/> if there is one. The client cannot know.</summary>
    AcceptedWithoutResponse,
}
