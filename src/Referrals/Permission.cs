namespace Amparo.Referrals;

/// <summary>The acts on referrals. Each also needs a tie: one's own agency sent it or received it.</summary>
public static class Permission
{
    public const string SeeReferrals = "referrals.see";
    public const string SendReferral = "referrals.send";
    public const string SendFromCase = "referrals.send-from-case";
    public const string ReviewBasis = "referrals.review";
    public const string WithdrawReferral = "referrals.withdraw";
    public const string AcceptReferral = "referrals.accept";
    public const string DeclineReferral = "referrals.decline";
    public const string ReportReferral = "referrals.report";
    public const string ReadLinkCode = "referrals.code";
    public const string SendLink = "referrals.send-link";
    public const string RevokeLinks = "referrals.revoke-links";
    public const string WatchReferrals = "referrals.watch";
}
