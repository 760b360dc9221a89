using Amparo.Accounts.ApiKeys;
using Amparo.Accounts.OpenId;
using Amparo.Accounts.Passkeys;
using Amparo.Accounts.Sessions;
using Amparo.Accounts.Users;
using Amparo.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Amparo.Accounts;

internal static class AccountsData
{
    extension(Db db)
    {
        internal DbSet<User> Users => db.Set<User>();

        internal DbSet<Passkey> Passkeys => db.Set<Passkey>();

        internal DbSet<OpenIdBinding> OpenIdBindings => db.Set<OpenIdBinding>();

        internal DbSet<Session> Sessions => db.Set<Session>();

        internal DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        internal DbSet<ApiKeyUse> ApiKeyUses => db.Set<ApiKeyUse>();
    }

    extension(IQueryable<Session> sessions)
    {
        /// <summary>Those that still open something.</summary>
        internal IQueryable<Session> OpenOf(UserId user, DateTimeOffset now)
        {
            var since = now - OpenSession.EndsAfter - OpenSession.PostsFor;
            return sessions.Where(s => s.User == user && s.EndedAt == null && s.StartedAt > since);
        }

        /// <summary>Those that were ended, or ran out, before then.</summary>
        internal IQueryable<Session> OverBefore(DateTimeOffset then)
        {
            var ranOut = then - OpenSession.EndsAfter - OpenSession.PostsFor;
            return sessions.Where(s => s.EndedAt < then || s.StartedAt < ranOut);
        }

        /// <summary>Ends them in the transaction of the event that is recorded next; returns how many.</summary>
        internal async Task<int> EndAsync(UserId user, SessionId? except, DateTimeOffset now, CancellationToken cancel)
        {
            var open = await sessions.OpenOf(user, now).Where(s => s.Id != except).ToListAsync(cancel);
            open.ForEach(s => s.End(now));
            return open.Count;
        }
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("Users");
            user.Property(u => u.Login).HasMaxLength(200);
            user.HasIndex(u => u.Login).IsUnique();
            user.Property(u => u.Name).HasMaxLength(200);
            user.Property(u => u.Folded).HasMaxLength(200);
            user.HasIndex(u => new { u.Agency, u.Folded });
            user.Property(u => u.PasswordHash).HasMaxLength(200);
            user.Property(u => u.Stamp).HasMaxLength(64);
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("Passkeys");
            passkey.Property(p => p.Name).HasMaxLength(60);
            // WebAuthn, 4: a credential's id has 1,023 bytes at most.
            passkey.Property(p => p.Credential).HasMaxLength(1023);
            passkey.HasIndex(p => p.Credential).IsUnique();
            passkey.HasIndex(p => p.User);
        });
        model.Entity<OpenIdBinding>(binding =>
        {
            binding.ToTable("OpenIdBindings");
            binding.HasKey(b => b.User);
            binding.Property(b => b.Issuer).HasMaxLength(OpenIdBinding.MostIssuer);
            binding.Property(b => b.Subject).HasMaxLength(OpenIdBinding.MostSubject);
            binding.HasIndex(b => new { b.Issuer, b.Subject }).IsUnique();
        });
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("ApiKeys");
            key.Property(k => k.Name).HasMaxLength(100);
            key.Property(k => k.Prefix).HasMaxLength(8);
            key.HasIndex(k => k.Prefix).IsUnique();
            key.HasIndex(k => k.Agency);
        });
        model.Entity<ApiKeyUse>(use =>
        {
            use.ToTable("ApiKeyUses");
            use.HasKey(u => u.Key);
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("Sessions");
            session.HasIndex(s => new { s.User, s.EndedAt });
        });
    }
}
