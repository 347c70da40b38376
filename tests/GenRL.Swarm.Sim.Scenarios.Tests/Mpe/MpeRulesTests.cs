using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

public sealed class MpeRulesTests
{
    [Theory]
    [InlineData(0, 0d, 0d)]
    [InlineData(1, -5d, 0d)]
    [InlineData(2, 5d, 0d)]
    [InlineData(3, 0d, -5d)]
    [InlineData(4, 0d, 5d)]
    public void A_choice_pushes_one_way(int choice, double x, double y)
    {
        var force = new Stage(new SpreadOptions()).Act(1, choice);

        Assert.Equal((x, y), (force.X, force.Y));
    }

    [Fact]
    public void A_choice_holds_a_move_and_a_word()
    {
        var (x, y, message) = new Stage(new ReferenceOptions()).Act(1, (7 * 5) + 3);

        Assert.Equal((0d, -5d), (x, y));
        Assert.Equal(7, Array.IndexOf(message, 1d));
        Assert.Equal(1d, message.Sum());
    }

    [Fact]
    public void A_speaker_s_choice_is_a_word_alone() => Assert.Equal([0d, 0d, 1d], new Stage(new SpeakerListenerOptions()).Act(0, 2).Message);

    [Fact]
    public void Continuous_numbers_are_clipped_and_scaled_by_the_agent_s_strength()
    {
        var (x, y, _) = new Stage(new TagOptions { Continuous = true }).Act(3, 1d, 0.25, 1.5, 0.5, -3d);

        Assert.Equal((0.75 * 4d, -0.5 * 4d), (x, y));
    }

    [Fact]
    public void Spread_shares_the_coverage_and_charges_each_for_its_collisions()
    {
        var stage = new Stage(new SpreadOptions { LocalRatio = 0.25 });
        stage.Put(0, 0d, 0d);
        stage.Put(1, 0.2, 0d);
        stage.Put(2, 3d, 0d);
        stage.Put(3, -0.3, 0d);
        stage.Put(4, 0.2, 0d);
        stage.Put(5, 3d, 1d);

        var (rewards, over) = stage.Judge();

        // Landmarks 0.3, 0 and 1 from the nearest agent; agents 0 and 1 touch.
        Assert.Equal([-1.225, -1.225, -0.975], rewards.Select(reward => Math.Round(reward, 12)));
        Assert.False(over);
    }

    [Fact]
    public void Spread_ends_when_every_landmark_has_somebody_near_but_not_in_its_last_step()
    {
        var stage = new Stage(new SpreadOptions { Agents = 2, TerminateOnSuccess = true, MaxCycles = 3 });
        stage.Put(0, 0d, 0d);
        stage.Put(1, 1d, 0d);
        stage.Put(2, 0.09, 0d);
        stage.Put(3, 1d, -0.09);
        Assert.True(stage.Judge().Over);

        stage.Put(3, 1d, -0.11);
        Assert.False(stage.Judge().Over);

        stage.Put(3, 1d, -0.09);
        stage.Count(2);
        Assert.False(stage.Judge().Over);
    }

    [Fact]
    public void Collisions_cost_nothing_in_the_curriculum_s_first_stage()
    {
        var stage = new Stage(new SpreadOptions { Agents = 2, LocalRatio = 1d, Curriculum = true });
        stage.Put(0, 0d, 0d);
        stage.Put(1, 0.1, 0d);

        Assert.Equal([0d, 0d], stage.Judge().Rewards);
    }

    [Fact]
    public void The_nearest_come_first_lane_by_lane_and_what_is_missing_is_nil()
    {
        var stage = new Stage(new SpreadOptions { Agents = 3, AgentNeighbours = 3, LandmarkNeighbours = 2 });
        stage.Put(0, 0d, 0d);
        stage.Put(1, 2d, 0d);
        stage.Put(2, 0d, 1d);
        stage.Put(3, 5d, 0d);
        stage.Put(4, 4d, 0d);
        stage.Put(5, 0d, -3d);
        stage.Put(2, 1, 0.5, 0d);
        stage.Put(2, 5, 0d, -9d);

        Assert.Equal([0d, -3d, 4d, 0d, 0d, 1d, 2d, 0d, 0d, 0d], stage.See(0)[4..14]);
        Assert.Equal([4d, 0d, 5d, 0d, 0.5, 0d, 0d, 1d, 0d, 0d], stage.See(0, lane: 2)[4..14]);
        Assert.All(stage.See(0)[14..], number => Assert.Equal(0d, number));
    }

    [Fact]
    public void Of_equally_near_ones_each_is_seen_once()
    {
        var stage = new Stage(new SpreadOptions { Agents = 2, LandmarkNeighbours = 2 });
        stage.Put(0, 0d, 0d);
        stage.Put(2, 1d, 0d);
        stage.Put(3, -1d, 0d);

        Assert.Equal([1d, 0d, -1d, 0d], stage.See(0)[4..8]);
    }

    [Fact]
    public void Tag_rewards_the_hunters_together_and_fines_the_caught_and_the_fled()
    {
        var stage = new Stage(new TagOptions { Good = 1, Adversaries = 2, Obstacles = 0 });
        stage.Put(0, 0.95, 0d);
        stage.Put(1, 0.85, 0d);
        stage.Put(2, 0.95, 1.5);
        stage.Put(1, 2, 0.92, 0d);

        Assert.Equal([0d, 0d, -0.5 - Math.E], stage.Judge().Rewards.Select(reward => Math.Round(reward, 12)), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal([20d, 20d, -20.2], stage.Judge(lane: 1).Rewards.Select(reward => Math.Round(reward, 12)));
    }

    [Theory]
    [InlineData(0.89, 0d)]
    [InlineData(0.95, 0.5)]
    [InlineData(1d, 1d)]
    [InlineData(-1.5, Math.E)]
    [InlineData(7d, 10d)]
    public void Leaving_the_arena_costs(double coordinate, double cost) =>
        Assert.Equal(cost, Engine.Lanes.Lanes128<double>.Get(Bound.Of(Engine.Lanes.Lanes128<double>.All(coordinate)), 1), 1e-12);

    [Fact]
    public void Good_agents_in_adversary_win_by_the_nearest_of_them()
    {
        var stage = new Stage(new AdversaryOptions());
        stage.Aim(0, 1);
        stage.Put(0, 0d, 2d);
        stage.Put(1, 3d, 0d);
        stage.Put(2, 0d, -1d);
        stage.Put(4, 0d, 0d);

        Assert.Equal([-2d, 1d, 1d], stage.Judge().Rewards);
        Assert.Equal([-3d, 0d], stage.See(1)[..2]);
        Assert.Equal(8, stage.See(0).Length);
    }

    [Fact]
    public void Push_shows_the_goal_in_the_good_agent_s_colour()
    {
        var stage = new Stage(new PushOptions());
        stage.Aim(0, 1);

        Assert.Equal([0.25, 0.25, 0.75], stage.See(1)[4..7]);
        Assert.Equal([0.1, 0.9, 0.1, 0.1, 0.1, 0.9], stage.See(1)[11..17]);
    }

    [Fact]
    public void Each_agent_of_reference_knows_where_the_other_should_go_and_hears_it()
    {
        var stage = new Stage(new ReferenceOptions { LocalRatio = 1d });
        stage.Aim(0, 2);
        stage.Aim(1, 0);
        stage.Say(1, 0d, 0.5);
        stage.Put(0, 0d, 0d);
        stage.Put(1, 1d, 0d);
        stage.Put(2, 0d, 4d);
        stage.Put(4, 1d, -3d);

        Assert.Equal([-3d, -4d], stage.Judge().Rewards);
        Assert.Equal([0.25, 0.25, 0.75, 0d, 0.5], stage.See(0)[8..13]);
    }

    [Fact]
    public void Crypto_counts_only_what_was_said()
    {
        var stage = new Stage(new CryptoOptions());
        stage.Aim(0, 1);
        Assert.Equal([0d, 0d, 0d], stage.Judge().Rewards);

        stage.Say(0, 1d, 0d, 0d, 0d);
        Assert.Equal([-2d, 2d, 2d], stage.Judge().Rewards);

        stage.Say(1, 0d, 0.5, 0d, 0d);
        Assert.Equal([-2d, 1.75, 1.75], stage.Judge().Rewards);
    }

    [Fact]
    public void Forests_hide_from_all_but_the_leader_and_those_inside()
    {
        var stage = new Stage(new WorldCommOptions { Adversaries = 3, Good = 1, Obstacles = 0, Food = 1, Forests = 1 });
        stage.Put(0, 2d, 0d);
        stage.Put(1, 0.1, 0d);
        stage.Put(2, 3d, 0d);
        stage.Put(3, 0d, 0d);
        stage.Put(5, 0d, 0d);
        stage.Push(3, 7d, 8d);

        // The last two of the others, the good one's velocity, the own forest.
        Assert.Equal([0d, 0d, -0.1, 0d, 7d, 8d, 1d], stage.See(1)[10..17]);
        Assert.Equal([0d, 0d, 0d, 0d, -1d], stage.See(2)[12..17]);
        Assert.Equal([-2d, 0d, 7d, 8d, -1d], stage.See(0)[12..17]);
    }

    [Fact]
    public void A_formation_s_best_assignment_counts_clipped()
    {
        var stage = new Stage(new FormationOptions { Agents = 2, TerminateOnSuccess = true });
        stage.Put(2, 1d, 1d);
        stage.Put(0, 0.5, 1d);
        stage.Put(1, 1.53, 1d);
        var (rewards, over) = stage.Judge();
        Assert.Equal(-0.015, rewards[1], 1e-12);
        Assert.True(over);

        stage.Put(1, 9d, 1d);
        Assert.Equal(-1d, stage.Judge().Rewards[0], 1e-12);
    }

    [Fact]
    public void A_formation_begins_at_the_least_angle()
    {
        var stage = new Stage(new FormationOptions { Agents = 2 });
        stage.Put(2, 0d, 0d);
        stage.Put(0, -0.3, -0.4);
        stage.Put(1, -0.5, 0d);

        Assert.Equal(-Math.Sqrt(0.8) / 2d, stage.Judge().Rewards[0], 1e-12);
    }

    [Fact]
    public void Lines_start_in_the_arena_and_have_their_length()
    {
        var stage = new Stage(new LineOptions());
        for (var trial = 0; trial < 200; trial++)
        {
            stage.Begin();
            for (var lane = 0; lane < 4; lane++)
            {
                var seen = stage.See(0, lane);
                Assert.Equal(1.25, Math.Sqrt(Math.Pow(seen[6] - seen[4], 2d) + Math.Pow(seen[7] - seen[5], 2d)), 1e-12);
                Assert.InRange(seen[2] + seen[6], -1d, 1d);
                Assert.InRange(seen[3] + seen[7], -1d, 1d);
                Assert.InRange(seen[2] + seen[4], -0.25, 0.25);
            }
        }
    }

    [Fact]
    public void Goals_are_drawn_anew_in_every_episode()
    {
        var stage = new Stage(new SpeakerListenerOptions());
        var colours = new HashSet<string>();
        for (var trial = 0; trial < 40; trial++)
        {
            stage.Begin();
            colours.Add(string.Join(' ', stage.See(0)));
        }

        Assert.Equal(3, colours.Count);
    }
}
